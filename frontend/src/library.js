// The chart library, and whatever else arrives compressed.

/** @import { Embed } from "./types.js" */

/**
 * @param {string} base64
 */
export function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/**
 * @param {BlobPart} gzip
 */
export const unpacked = (gzip) => new Response(new Blob([gzip]).stream().pipeThrough(new DecompressionStream("gzip")));

/**
 * @param {BlobPart} gzip A module that gives vega-embed by default.
 * @returns {Promise<Embed>}
 */
export async function libraryIn(gzip) {
  const address = URL.createObjectURL(new Blob([await unpacked(gzip).arrayBuffer()], { type: "text/javascript" }));
  try {
    return (await import(address)).default;
  } finally {
    URL.revokeObjectURL(address);
  }
}
