export { blockPage as GET } from "../../../pages";
