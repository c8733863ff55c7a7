-- Posts concerns with ever new words through the API.
local texts = {}
for line in io.lines(os.getenv("BENCH_TEXTS")) do texts[#texts + 1] = line end
local count = 0
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
request = function()
  count = count + 1
  local body = "confirmed=1&text=" .. texts[count % #texts + 1] .. count
  return wrk.format("POST", nil, nil, body)
end
