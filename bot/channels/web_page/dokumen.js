// Documents: what may be attached besides photos. What one really is, the server finds in its bytes.

const JENIS = ["application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"];

// By its name too: some file pickers say of no file what it is.
export function dokumen(file) {
  return JENIS.includes(file.type) || /\.(pdf|docx)$/i.test(file.name);
}
