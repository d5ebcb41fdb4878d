// Reads QR codes with the camera: by the browser's own reader where it has one, else by jsQR.
import jsQR from 'jsqr';

const PAUSE = 200; // milliseconds between two looks: a phone must not get hot
const WIDEST = 800; // pixels a look works with

export class CameraRefused extends Error {}
export class NoCamera extends Error {}

/** Shows the camera in `video` and calls `found(text)` for each code it sees; answers a function that stops it. */
export async function watch(video, found) {
  const stream = await open();
  const read = await reader();
  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  let timer = 0;
  const look = async () => {
    const text = await read(video).catch(() => null);
    if (text) found(text);
    if (stream.active) timer = setTimeout(look, PAUSE);
  };
  look();
  return () => {
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
    video.hidden = true;
  };
}

async function open() {
  if (!navigator.mediaDevices?.getUserMedia) throw new NoCamera();
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false });
  } catch (error) {
    throw error.name === 'NotAllowedError' || error.name === 'SecurityError' ? new CameraRefused() : new NoCamera();
  }
}

async function reader() {
  const formats = await window.BarcodeDetector?.getSupportedFormats().catch(() => []);
  if (formats?.includes('qr_code')) {
    const detector = new window.BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    if (!video.videoWidth) return null;
    const scale = Math.min(1, WIDEST / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data;
  };
}
