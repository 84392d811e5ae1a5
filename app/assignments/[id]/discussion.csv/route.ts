export { discussionFile as GET } from "../../grades";
