export { gradeOfPage as GET } from "../../../../grades";
