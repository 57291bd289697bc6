/** The zones of the United States, by the names people use; the value is the IANA name. */
export const timeZones = [
  { value: "America/New_York", label: "Eastern" },
  { value: "America/Chicago", label: "Central" },
  { value: "America/Denver", label: "Mountain" },
  { value: "America/Phoenix", label: "Mountain, Arizona" },
  { value: "America/Los_Angeles", label: "Pacific" },
  { value: "America/Anchorage", label: "Alaska" },
  { value: "Pacific/Honolulu", label: "Hawaii" },
  { value: "America/Puerto_Rico", label: "Atlantic, Puerto Rico" },
  { value: "Pacific/Guam", label: "Chamorro, Guam" },
  { value: "Pacific/Pago_Pago", label: "Samoa" },
];
