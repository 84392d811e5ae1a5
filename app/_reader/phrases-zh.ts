export { reader as phrases } from "../../messages/zh.json";
