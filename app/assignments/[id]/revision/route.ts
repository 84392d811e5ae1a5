export { revisionPage as GET } from "../../teaching";
