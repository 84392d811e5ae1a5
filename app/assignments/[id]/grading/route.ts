export { gradingPage as GET } from "../../grades";
