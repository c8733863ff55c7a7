import Documents
import Markup
import Store
import Values
import Web

/// The poster of a village, for the wall.
let posterRoutes: [Route] = [
  .get("/v/{village}/poster", needs: .can(.editVillage), SettingsStrings.poster, mount: .page) { request in
    let key = try request.village()
    let contact = try await request.app.database.read { tx in try tx.contact(of: key) }
    return .page(try request.posterPage(contact))
  }
]

extension Request {
  /// One message, three steps, the QR code with its address in words, the telephone. Prints on one page of A4.
  func posterPage(_ contact: VillageContact) throws -> HTMLPage {
    let l = reader.language
    let address = publicURL + Link.village(placeCode)
    let svg = try QRCode(address).svg(label: SettingsStrings.posterCode(l))
    let name = place?.name ?? Text(same: "")
    return plainPage(SettingsStrings.poster) {
      div("screen-only") {
        breadcrumbs(
          [(Link.village(placeCode), name), (Link.villageSettings(placeCode), SettingsStrings.title)],
          current: SettingsStrings.poster, l)
        p("hint") { SettingsStrings.posterHint(l) }
      }
      poster(
        title: SettingsStrings.posterTitle, message: posterMessage(name, contact), qr: svg,
        address: address.trimmingPrefix("https://").trimmingPrefix("http://").description, l)
    }
  }

  @HTMLBuilder private func posterMessage(_ name: Text, _ contact: VillageContact) -> HTML {
    let l = reader.language
    p { strong { name(l) } }
    ol {
      for (index, step) in SettingsStrings.posterSteps.enumerated() { li { "\(index + 1) " + step(l) } }
    }
    if !contact.phone.isEmpty {
      p {
        PublicStrings.phone(l) + " "
        serial(spokenPhone(contact.phone))
      }
    }
  }
}
