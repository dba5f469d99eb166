-- Open tasks by whose word they wait for: few ask somebody who is seldom asked. Entries are written at once, so that a
-- search never goes through a list of those not yet sorted in.
CREATE INDEX "approval_open_audience_idx" ON "approval" USING gin ("audience") WITH (fastupdate = off)
  WHERE "state" = 'open';
