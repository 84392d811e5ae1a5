export { extensionsPage as GET } from "../../teaching";
