import type { BlockShape } from "../../domain/blocks";
import type { HTMLAttributes } from "react";
import type { Words } from "./words";

type Props = { words: Words; image: BlockShape["image"]; attributes: HTMLAttributes<HTMLElement>; caption: React.ReactNode };

/** A picture is shown only from this place: from elsewhere its owner would learn who reads, so it is a link. */
export function Figure({ words, image, attributes, caption }: Props) {
  return (
    <figure {...attributes}>
      {image?.source.startsWith("/") === true && <img src={image.source} alt={image.alternative} width={image.width} height={image.height} loading="lazy" decoding="async" />}
      {image?.source.startsWith("http") === true && (
        <p className="absent">
          <a href={image.source}>{words.t("figure.elsewhere")}</a>
          {image.alternative !== "" && <>: {image.alternative}</>}
        </p>
      )}
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
