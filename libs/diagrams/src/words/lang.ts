/** The languages of a picture. */
export type Lang = 'vi' | 'en';
/** A text in both. */
export interface Words {
  readonly vi: string;
  readonly en: string;
}
