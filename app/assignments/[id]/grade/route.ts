export { gradePage as GET } from "../../grades";
