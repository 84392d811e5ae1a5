export { recordFileOf as GET } from "../../../../records";
