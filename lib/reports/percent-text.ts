/** Parts per million as `12.5%`, to one decimal, with a real minus sign. */
export function formatPercentOf(ppm: number): string {
  const tenths = Math.trunc((Math.abs(ppm) + 500) / 1000);
  const sign = ppm < 0 && tenths > 0 ? "−" : "";
  return `${sign}${Math.trunc(tenths / 10).toLocaleString("en-US")}.${tenths % 10}%`;
}
