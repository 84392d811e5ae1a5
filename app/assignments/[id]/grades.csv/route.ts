export { gradesFile as GET } from "../../grades";
