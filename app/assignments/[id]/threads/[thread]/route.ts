export { threadPage as GET } from "../../../pages";
