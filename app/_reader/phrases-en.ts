export { reader as phrases } from "../../messages/en.json";
