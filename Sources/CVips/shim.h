#include <vips/vips.h>

// Swift cannot call C functions with a free number of arguments: these pass fixed ones.

/// Opens an image for one pass from top to bottom; the first frame alone. Reading stops with an error where the file
/// breaks off. Null when it cannot be opened.
static inline VipsImage *shim_vips_open(const void *bytes, size_t length) {
  return vips_image_new_from_buffer(bytes, length, "", "access", VIPS_ACCESS_SEQUENTIAL,
    "fail_on", VIPS_FAIL_ON_TRUNCATED, NULL);
}

/// Within a square of `edge` pixels, never larger than it was, turned as its EXIF says, in sRGB. An image without a
/// colour profile is sRGB already: to convert it would only shift its colours. 0 when it went well.
static inline int shim_vips_fit(VipsImage *image, VipsImage **out, int edge) {
  if (vips_image_get_typeof(image, VIPS_META_ICC_NAME) == 0 &&
      vips_image_get_interpretation(image) != VIPS_INTERPRETATION_CMYK)
    return vips_thumbnail_image(image, out, edge, "height", edge, "size", VIPS_SIZE_DOWN, NULL);
  return vips_thumbnail_image(image, out, edge, "height", edge, "size", VIPS_SIZE_DOWN, "export_profile", "srgb",
    NULL);
}

/// Writes an image in the format of a suffix such as ".jpg[Q=82]". The bytes are freed with `g_free`. 0 when it went well.
static inline int shim_vips_write(VipsImage *image, const char *suffix, void **bytes, size_t *length) {
  return vips_image_write_to_buffer(image, suffix, bytes, length, NULL);
}
