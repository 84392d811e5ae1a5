export { ownRecord as GET } from "../../records";
