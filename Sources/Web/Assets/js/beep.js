// Three short tones. A browser may hold sound back until the first tap or key on the page.
let context;

export function beep() {
  context ??= new AudioContext();
  if (context.state === "suspended") context.resume();
  for (const [index, frequency] of [880, 660, 880].entries()) tone(frequency, context.currentTime + index * 0.28);
}

function tone(frequency, at) {
  const source = context.createOscillator();
  const volume = context.createGain();
  source.frequency.value = frequency;
  volume.gain.setValueAtTime(0.0001, at);
  volume.gain.exponentialRampToValueAtTime(0.25, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.24);
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + 0.25);
}
