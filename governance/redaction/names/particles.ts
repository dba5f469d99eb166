/** Small words inside names. */
export const particles = new Set(
  'ap ab ferch van von de der den del della delle di da do dos du la le ten ter te zu zum el al bin ibn y e vom op het mac st ni nic o ua le la les dos af av lo t i'.split(
    ' ',
  ),
);
