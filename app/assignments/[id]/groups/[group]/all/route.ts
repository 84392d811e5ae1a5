export { allPage as GET } from "../../../../pages";
