#include <curl/curl.h>
#include <sys/syscall.h>
#include <unistd.h>

// Swift cannot call C functions with a free number of arguments: these pass fixed ones.

static inline CURLcode shim_curl_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode shim_curl_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode shim_curl_size(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode shim_curl_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

/// What reads the answer: its body and its lines.
static inline CURLcode shim_curl_writes(CURL *handle, CURLoption option, curl_write_callback callback) {
  return curl_easy_setopt(handle, option, callback);
}

/// What gives the letter to be sent.
static inline CURLcode shim_curl_reads(CURL *handle, curl_read_callback callback) {
  return curl_easy_setopt(handle, CURLOPT_READFUNCTION, callback);
}

/// What opens the socket to an address that was looked up.
static inline CURLcode shim_curl_opens(CURL *handle, curl_opensocket_callback callback) {
  return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, callback);
}

/// Certificates to be trusted beside nothing else, as PEM; copied.
static inline CURLcode shim_curl_authorities(CURL *handle, const void *bytes, size_t length) {
  struct curl_blob blob = {(void *)bytes, length, CURL_BLOB_COPY};
  return curl_easy_setopt(handle, CURLOPT_CAINFO_BLOB, &blob);
}

/// The status of the last answer of HTTP; 0 when none came.
static inline long shim_curl_status(CURL *handle) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

/// The ways to prove who one is over SSH: a password, typed or asked for; or a key.
static const long shim_ssh_by_password = CURLSSH_AUTH_PASSWORD | CURLSSH_AUTH_KEYBOARD;
static const long shim_ssh_by_key = CURLSSH_AUTH_PUBLICKEY;

/// A file in memory alone, closed for other programs; below 0 when there is none.
static inline int shim_memory_file(const char *name) { return (int)syscall(SYS_memfd_create, name, 1u); }
