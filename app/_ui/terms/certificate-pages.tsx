import { endedThings } from "../../../domain/classroom/ending";
import type { CertificateView, OwnCertificates } from "../../../server/endings/certificates";
import { Pages } from "../classes/frame";
import { Document } from "../document";
import { Icon } from "../icon";
import { certificatePath, certificatesPath } from "../paths";
import type { Words } from "../words";

/** What was erased or replaced, when, by whose wish, and how that can be checked: to read and to print. */
export function CertificatePage({ words, reader, view }: { words: Words; reader: { name: string }; view: CertificateView }) {
  const { t } = words;
  const title = t("terms.certificate.title");
  const at = (moment: string): string => words.inZone(moment, view.timeZone);
  return (
    <Document words={words} title={`${title}: ${view.name}`} path={certificatePath(view.id)} noindex reader={reader}>
      <div className="work administration">
        <p className="back">
          <a href={words.to(certificatesPath())}>
            <Icon name="arrow-left" />
            {t("terms.certificate.all")}
          </a>
        </p>
        <h1>{title}</h1>
        <p className="lead">
          <bdi>{view.name}</bdi>
          {view.term !== null && (
            <>
              , <bdi>{view.term}</bdi>
            </>
          )}
        </p>
        <p>{t(`terms.certificate.how.${view.how}`)}</p>
        <ul className="ledger">
          <li>
            <span>{t("terms.certificate.asked")}</span>
            <span className="facts">
              {view.askedBy === null ? <span>{t("terms.certificate.byDate")}</span> : <bdi>{view.askedBy}</bdi>}
              <span>{at(view.askedAt)}</span>
            </span>
          </li>
          <li>
            <span>{t("terms.certificate.undoUntil")}</span>
            <span className="facts">{at(view.dueAt)}</span>
          </li>
          <li>
            <span>{t("terms.certificate.done")}</span>
            <span className="facts">{at(view.doneAt)}</span>
          </li>
        </ul>
        <table className="counted">
          <thead>
            <tr>
              <th scope="col">{t("terms.certificate.thing")}</th>
              <th scope="col" className="num">
                {t("terms.certificate.count")}
              </th>
            </tr>
          </thead>
          <tbody>
            {endedThings.map((thing) => (
              <tr key={thing}>
                <th scope="row">{t(`terms.certificate.things.${thing}`)}</th>
                <td className="num">{words.number(view.counts[thing] ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="hint">{t(view.isUnchanged ? "terms.certificate.sealSays" : "terms.certificate.changed")}</p>
        <p>
          <code className="hash">{view.hash}</code>
        </p>
        <p className="hint">{t("terms.certificate.copies")}</p>
      </div>
    </Document>
  );
}

/** The reader's certificates. */
export function CertificatesPage({ words, reader, view, after }: { words: Words; reader: { name: string }; view: OwnCertificates; after: string | null }) {
  const { t } = words;
  return (
    <Document words={words} title={t("terms.certificate.all")} path={certificatesPath()} noindex reader={reader}>
      <div className="work administration">
        <p className="back">
          <a href={words.to("/classes")}>
            <Icon name="arrow-left" />
            {t("classes.title")}
          </a>
        </p>
        <h1>{t("terms.certificate.all")}</h1>
        <p className="lead">{t("terms.certificate.lead")}</p>
        {view.certificates.length === 0 && <p className="quiet">{t("terms.certificate.none")}</p>}
        <ul className="ledger">
          {view.certificates.map((one) => (
            <li key={one.id}>
              <span>
                <a href={words.to(certificatePath(one.id))}>
                  <bdi>{one.name}</bdi>
                </a>
              </span>
              <span className="facts">
                {one.term !== null && <bdi>{one.term}</bdi>}
                <span>{t(`classes.form.endings.${one.how}`)}</span>
                <time dateTime={one.doneAt}>{words.day(one.doneAt)}</time>
              </span>
            </li>
          ))}
        </ul>
        <Pages words={words} next={view.next === null ? null : words.to(certificatesPath(view.next))} first={after === null ? null : words.to(certificatesPath())} more={t("terms.certificate.more")} />
      </div>
    </Document>
  );
}
