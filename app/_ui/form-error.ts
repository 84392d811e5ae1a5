/** Why a form came back: beside which field it is said (null: above them all), in the reader's language already. */
export type FormError = { field: string | null; message: string };
