declare module "subset-font" {
  /** The font with only these characters, or all of them, and its variation axes narrowed. */
  export default function subsetFont(
    font: Buffer,
    text: string | undefined,
    options: { keepAllGlyphs?: boolean; targetFormat: "woff2"; variationAxes?: Record<string, { min: number; max: number }> },
  ): Promise<Buffer>;
}
