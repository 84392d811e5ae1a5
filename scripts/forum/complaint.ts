/** Something the operator did not say, or said wrongly; the message tells what to do. */
export class Complaint extends Error {}
