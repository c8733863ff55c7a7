import Store
import Values
import Web

/// What somebody gives to sign in.
struct SignInAttempt: Sendable {
  let login: String
  let password: String

  init(_ form: Form) throws(FieldErrors) {
    var errors = FieldErrors()
    let login = form.required("login", max: 60, &errors)
    // Spaces belong to a password.
    let password = form.all("password").first ?? ""
    if password.isEmpty { errors.add("password", WebWords.missing) }
    if password.count > 400 { errors.add("password", SignInStrings.wrong) }
    guard errors.isEmpty, let login else { throw errors }
    (self.login, self.password) = (login.lowercased(), password)
  }

  /// What the password proves: its own, a paper code, or nothing. Takes as long for an unknown account as for a known
  /// one: tens of milliseconds, so it is called outside a transaction.
  func proof(for secrets: AccountSecrets?, now: Instant) -> SignInProof? {
    let isPassword = Secrets.passwordMatches(password, hash: secrets?.password ?? Self.nobodysHash)
    var isCode = false
    if PaperCode.isPossible(password) {
      isCode = Secrets.passwordMatches(PaperCode.letters(of: password), hash: secrets?.paperCode ?? Self.nobodysHash)
    }
    guard let secrets, secrets.account.closedAt == nil else { return nil }
    if isPassword, secrets.password != nil { return .password }
    if isCode, let code = secrets.paperCode, let until = secrets.account.paperCodeUntil, now < until {
      return .paperCode(hash: code)
    }
    return nil
  }

  /// The digest of a password that nobody has.
  private static let nobodysHash = (try? Secrets.passwordHash(Secrets.token(bits: 160))) ?? ""
}

enum SignInProof: Sendable, Hashable {
  case password
  case paperCode(hash: String)
}

/// After how many failures in a row an account is locked, and for how long.
enum SignInLock {
  static let failures = 8
  static let minutes = 15
}

/// How signing in went.
enum SignInResult: Sendable {
  case done(AccountRow)
  case wrong
  case locked
}

extension Write {
  /// Begins a sign-in whose proof was checked before. Events `signedIn`, `paperCodeUsed`.
  func signIn(_ id: ID<Account>, proof: SignInProof, digest: String, csrf: String, address: String) throws
    -> SignInResult
  {
    guard let secrets = try tx.secrets(of: id), secrets.account.closedAt == nil else { return .wrong }
    if secrets.account.isLocked(at: now) { return .locked }
    if case .paperCode(let hash) = proof {
      // Used once: whoever came first has it.
      guard secrets.paperCode == hash else { return .wrong }
      try tx.usePaperCode(of: id)
    }
    try tx.forgetFailures(of: id)
    try tx.insertSignIn(digest: digest, csrf: csrf, account: id, address: address, at: now)
    let kind = proof == .password ? "signedIn" : "paperCodeUsed"
    try record(kind, Touched(accountEntity, id), town: secrets.account.town)
    return .done(try existingAccount(id))
  }

  /// Counts a failure; the eighth in a row locks the account for 15 minutes. Event `accountLocked`.
  func failSignIn(_ id: ID<Account>) throws -> SignInResult {
    let account = try existingAccount(id)
    if account.isLocked(at: now) { return .locked }
    guard try tx.countFailure(of: id) >= SignInLock.failures else { return .wrong }
    try tx.lock(id, until: now.adding(minutes: SignInLock.minutes))
    try record("accountLocked", Touched(accountEntity, id), town: account.town)
    return .locked
  }
}

extension Request {
  /// Begins a sign-in of an account for this browser, and gives the cookie. The digest and the token of forms are new.
  func newSignIn() -> (digest: String, csrf: String, cookie: Cookie) {
    let token = Secrets.token(bits: 160)
    return (
      Secrets.sha256(token), Secrets.token(bits: 160),
      Cookie("session", token, seconds: SignInLife.days * 86_400)
    )
  }

  /// Checks what was typed and signs in; the cookie counts when the result is `done`.
  func signIn(_ attempt: SignInAttempt) async throws -> (result: SignInResult, cookie: Cookie) {
    let secrets = try await app.database.read { try $0.secrets(login: attempt.login) }
    let proof = attempt.proof(for: secrets, now: now)
    let fresh = newSignIn()
    guard let secrets else { return (await failUnknown(attempt.login), fresh.cookie) }
    let id = secrets.account.id
    guard let proof else { return (try await app.write { try $0.failSignIn(id) }, fresh.cookie) }
    if secrets.account.isDemonstration, !app.settings.isLoopback { throw SignInStrings.demonstrationOnly }
    let (address, earlier) = (self.address, person)
    let result = try await app.write(by: id) { w in
      if let earlier, let csrf = earlier.csrf { try w.tx.endSignIn(of: earlier.account, csrf: csrf) }
      return try w.signIn(id, proof: proof, digest: fresh.digest, csrf: fresh.csrf, address: address)
    }
    return (result, fresh.cookie)
  }

  /// An unknown login is answered like a known one, the lock too.
  private func failUnknown(_ login: String) async -> SignInResult {
    let allowed = await app.limiter.allows(
      "unknown|\(login)", size: SignInLock.failures - 1, minutes: SignInLock.minutes, now: now)
    return allowed ? .wrong : .locked
  }
}
