export { writeExcalidraw } from './excalidraw/write.ts';
export { type FileFormat, type ForeignBoard, ForeignFileError } from './file-format.ts';
export { detectFormat, fileFormats } from './registry.ts';
