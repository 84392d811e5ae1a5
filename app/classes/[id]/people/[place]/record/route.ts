export { recordOf as GET } from "../../../../records";
