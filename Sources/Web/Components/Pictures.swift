import Markup
import Values

/// A picture of a gallery: the address of the full picture, of a small one, and what is to be seen.
package struct Picture: Sendable, Hashable {
  package let href: String
  package let thumbnail: String
  package let alt: Text

  package init(href: String, thumbnail: String, alt: Text) {
    (self.href, self.thumbnail, self.alt) = (href, thumbnail, alt)
  }
}

/// Photos side by side, each a link to its full size.
package func gallery(_ pictures: [Picture], _ l: Language) -> HTML {
  ul("gallery") {
    for picture in pictures {
      li {
        a(picture.href) {
          element("img", ["src": picture.thumbnail, "alt": picture.alt(l), "loading": "lazy", "decoding": "async"])
        }
      }
    }
  }
}

/// A QR code (`svg` made by `Documents`) with its address in words beneath.
package func qr(svg: String, caption: Text, _ l: Language) -> HTML {
  element("figure", ["class": "qr"]) {
    div("qr-code") { HTML.raw(svg) }
    element("figcaption") { caption(l) }
  }
}

/// A point on the map of a place. `map.js` draws the outline from `geojson` and sets both fields by a tap;
/// without scripts, and for who knows them, the fields take WGS-84 degrees.
package func mapPicker(
  geojson: String, latitude: (name: String, value: String), longitude: (name: String, value: String), label: Text,
  errors: FieldErrors? = nil, reader: Reader
) -> HTML {
  let l = reader.language
  return element("fieldset", ["class": "field map-field", "data-geojson-url": geojson]) {
    element("legend", ["class": "label"]) {
      label(l)
      span("optional") { WebStrings.optional(l) }
    }
    div("map-canvas", ["data-map-canvas": ""]) { HTML.empty }
    dialogDetails(summary: WebStrings.mapByNumbers, l) {
      textField(
        name: latitude.name, label: WebStrings.latitude, value: latitude.value, errors: errors, inputmode: "decimal",
        required: true, reader: reader)
      textField(
        name: longitude.name, label: WebStrings.longitude, value: longitude.value, errors: errors,
        inputmode: "decimal", required: true, reader: reader)
    }
  }
}
