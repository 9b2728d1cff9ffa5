/** What a campaign is given by scripts/campaign.mjs, and what it gives back. */
export interface CampaignTools {
  args: { number(name: string, otherwise: number): number; text(name: string): string | undefined };
  /** One line of progress. */
  say(line: string): void;
  /** Makes a Node program of a source file beside the campaign; returns its path. */
  bundle(source: string): Promise<string>;
  /** The project's folder. */
  root: string;
  /** A folder for what may be thrown away. */
  cache: string;
}
/** `failed` decides the exit status. */
export interface Figures { n: number; failed: number; [figure: string]: unknown }
export type Campaign = (tools: CampaignTools) => Promise<Figures>;
