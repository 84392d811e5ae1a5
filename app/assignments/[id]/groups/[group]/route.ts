export { readingPage as GET } from "../../../pages";
