-- Drives Neovim as a person would: waits for the findings, hovers, goes to the source, takes the quick fix, saves. What it saw goes into a file.
local seen = {}

local function diagnostics()
  return vim.tbl_map(function(one)
    local line = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, false)[1]
    return { code = one.code, words = string.sub(line, one.col + 1, one.end_col), severity = one.severity }
  end, vim.diagnostic.get(0))
end

local function until_(what, condition)
  if not vim.wait(20000, condition, 50) then
    seen.failed = what
    return false
  end
  return true
end

local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
  end
  return nil
end

local function run()
  if not until_('findings', function() return #vim.diagnostic.get(0) >= 2 end) then return end
  seen.diagnostics = diagnostics()

  vim.diagnostic.goto_next({ float = false, wrap = true, cursor_position = { 1, 0 } })
  vim.lsp.buf.hover()
  if not until_('a hover', function() return float() ~= nil end) then return end
  seen.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, false), '\n')
  vim.api.nvim_win_close(float(), true)

  vim.ui.select = function(items, _, choose)
    seen.actions = vim.tbl_map(function(item) return item[2].title end, items)
    for _, item in ipairs(items) do
      if vim.startswith(item[2].title, vim.g.corroborate_action) then return choose(item) end
    end
    choose(nil)
  end
  for _, action in ipairs({ 'Replace with', 'Ignore “unsupported-claim” for this sentence' }) do
    vim.g.corroborate_action = action
    local before = #vim.diagnostic.get(0)
    vim.api.nvim_win_set_cursor(0, { vim.diagnostic.get(0)[1].lnum + 1, vim.diagnostic.get(0)[1].col })
    vim.lsp.buf.code_action()
    if not until_('the finding gone after: ' .. action, function() return #vim.diagnostic.get(0) < before end) then
      seen.left = diagnostics()
      return
    end
  end
  vim.cmd('write')
  seen.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local fine, problem = pcall(run)
if not fine then seen.failed = problem end
local file = io.open(vim.env.CORROBORATE_SEEN, 'w')
file:write(vim.fn.json_encode(seen))
file:close()
vim.cmd('qall!')
