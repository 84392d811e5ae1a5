/**
 * Words whose full stop seldom ends a sentence, lower case, without their last stop and without inner spaces. English
 * and German in one list: both stand in either kind of text, and none of them is a word of the other.
 */

/** A name or a word always follows. */
export const neverLast = new Set(
  ("mr mrs ms dr prof st messrs hon rev gov sen rep gen lt col capt sgt e.g i.e cf viz vs al ca approx resp " +
    "z.b d.h u.a v.a i.d.r i.s.d i.s.v i.v.m s.o s.u bzw vgl ggf evtl hr fr inkl zzgl sog geb dipl ing").split(" "),
);

/** An abbreviation before a number ("No. 5", "Art. 3"), an ordinary word or the end of a sentence otherwise. */
export const beforeNumbers = new Set(
  ("no nos art arts sec secs ch cl para paras p pp fig vol ed reg pt jan feb mar apr jun jul aug sep sept oct nov dec " +
    "nr nrn abs s lit ziff bd rn anm kap tz").split(" "),
);

/** May end a sentence: it does when the next word is one that often begins one. */
export const sometimesLast = new Set(
  "u.s u.k u.n e.u u.s.a d.c inc corp ltd co bros jr sr ph.d a.m p.m f ff str".split(" "),
);

/** Words that begin sentences far more often than they follow an abbreviation or an initial within one. */
export const sentenceOpeners = new Set(
  ("the a an in on at it its he she we they i you this that these those there but and or so if when while as for by to " +
    "with from however moreover therefore although because since then after before many some most all no not " +
    "der die das ein eine es er sie wir ich im am an auf bei mit von zu und aber oder doch wenn wer was dies diese " +
    "dieser dieses nach vor für seit auch nur so dann").split(" "),
);
