import { classPageOf } from "../../../_asking/classes";
import { CertificatePage } from "../../../_ui/terms/certificate-pages";

export const GET = classPageOf<"certificate">(async ({ words, reader, ask }, { certificate }) => <CertificatePage words={words} reader={reader} view={await ask.endings.certificate({ certificate })} />);
