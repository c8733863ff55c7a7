import Markup
import Values
import Web

func signInPage(_ request: Request, errors: FieldErrors? = nil) -> HTMLPage {
  let (reader, l) = (request.reader, request.reader.language)
  let back = request.form["back"].isEmpty ? request.query["back"] : request.form["back"]
  return request.plainPage(SignInStrings.signIn) {
    pageTitle(SignInStrings.signIn, lead: .text(SignInStrings.lead(l)), l)
    form(action: Link.signIn, reader: reader, errors: errors) {
      if !back.isEmpty { hiddenField("back", back) }
      textField(
        name: "login", label: SignInStrings.login, value: request.form["login"], errors: errors,
        autocomplete: "username", required: true, maxlength: 60, reader: reader)
      textField(
        name: "password", label: SignInStrings.password, hint: SignInStrings.passwordHint, errors: errors,
        type: "password", autocomplete: "current-password", required: true, reader: reader)
      actions { submitButton(SignInStrings.signIn, l) }
    }
  }
}
