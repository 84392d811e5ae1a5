export { ownRecordFile as GET } from "../../records";
