import { classPageOf } from "../../_asking/classes";
import { queryOf } from "../../_asking/request";
import { CertificatesPage } from "../../_ui/terms/certificate-pages";

export const GET = classPageOf(async ({ words, reader, ask, request }) => {
  const after = queryOf(request, "after");
  return <CertificatesPage words={words} reader={reader} view={await ask.endings.certificates({ after })} after={after} />;
});
