export { studentPage as GET } from "../../../grades";
