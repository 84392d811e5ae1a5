export { studentsPage as GET } from "../../grades";
