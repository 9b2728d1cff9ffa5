/** `YYYY-MM-DD` in Asia/Ho_Chi_Minh: UTC+7 with no summer time since 1975, so no time zone data is needed. */
export const dayInVietnam = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
