-- Sends the requests of a file one after the other, each once: method, path and body by tabs. Prints what the driver reads.
local requests = {}
count, limit = 0, 0
for line in io.lines(os.getenv("BENCH_REQUESTS")) do
  local method, path, body = line:match("^(.-)\t(.-)\t(.*)$")
  requests[#requests + 1] = { method, path, body }
end
limit = #requests
local again = os.getenv("BENCH_AGAIN") == "1"
local form = { ["Content-Type"] = os.getenv("BENCH_TYPE") }
for name, value in pairs(wrk.headers) do form[name] = value end
local threads = {}
function setup(thread) threads[#threads + 1] = thread end
function request()
  count = count + 1
  local one = requests[(count - 1) % #requests + 1]
  if one[1] == "GET" then return wrk.format("GET", one[2], wrk.headers) end
  return wrk.format(one[1], one[2], form, one[3])
end
function response(status, _, body)
  if status >= 400 and not failure then failure = status .. " " .. body:sub(1, 300) end
end
function done(summary, latency)
  local sent, fault = threads[1]:get("count"), threads[1]:get("failure")
  local used_up = not again and sent > threads[1]:get("limit")
  print(string.format("RESULT %d %d %d %d %d %s", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(95), summary.errors.status + summary.errors.timeout, used_up and "USED_UP" or "ok"))
  if fault then print("FAULT " .. fault) end
end
