export { groupsPage as GET } from "../../teaching";
